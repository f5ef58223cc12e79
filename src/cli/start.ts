import { serveSite } from './siteServer';

const { address } = await serveSite(4173, () => console.log('Building Coilscope …'));
console.log(`Coilscope is open at ${address} (stop with Ctrl+C).`);
