import type { ProtocolChoice } from '../../../dose/protocol/protocolChoice';
import { type ProtocolOutcome, protocolOutcome } from '../../../dose/protocol/protocolOutcome';
import { useChoice } from '../../appContext';

/** The protocol as edited: the chosen one, which can always be run. */
export const useProtocolChoice = (): ProtocolChoice => useChoice((choices) => choices.protocol);

/** What follows from it; the same object for every screen until the protocol changes. */
export const useProtocolOutcome = (): ProtocolOutcome => protocolOutcome(useProtocolChoice());
