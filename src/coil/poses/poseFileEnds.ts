/** Ends of the names under which navigation programs write poses. */
export const POSE_FILE_ENDS = ['.txt', '.xml', '.csv', '.dat'];
