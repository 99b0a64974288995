package vn.thang.organisation.passkey;

/** A passkey that a device has just made. */
record MadePasskey(byte[] credential, byte[] publicKey, long signCount, boolean backedUp, String transports) {
}
