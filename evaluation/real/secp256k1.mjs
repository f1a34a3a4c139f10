import { pointFromScalar, signSchnorr, verifySchnorr } from "tiny-secp256k1";

const scalar = new Uint8Array(32).fill(1);
const hash = new Uint8Array(32).fill(17);
const key = pointFromScalar(scalar, true).subarray(1);

/** Signs a hash and verifies the signature. */
export const sign = () => verifySchnorr(hash, key, signSchnorr(hash, scalar));
