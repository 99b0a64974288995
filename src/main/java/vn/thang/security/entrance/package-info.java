/** Signing in by a page: name and password, the second factor, browsers that are known already, and secrets at rest. */
package vn.thang.security.entrance;
