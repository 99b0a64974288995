package vn.thang.organisation.factor;

/** What a person showed besides the password: a code of their device, one of the codes on paper, or a passkey. */
public enum FactorShown {
    CODE, RECOVERY, PASSKEY
}
