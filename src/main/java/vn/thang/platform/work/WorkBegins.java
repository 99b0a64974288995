package vn.thang.platform.work;

/** Work is about to run in this request context, on behalf of somebody: whoever knows callers takes the rights up. */
public record WorkBegins(Behalf behalf) {
}
