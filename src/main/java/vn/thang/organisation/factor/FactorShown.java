package vn.thang.organisation.factor;

/** What a person showed besides the password: a code of their device, or one of the codes on paper. */
public enum FactorShown {
    CODE, RECOVERY
}
