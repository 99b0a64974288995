/** Who may do what, and where: sign-in, roles, permissions by place in the tree of agencies. */
package vn.thang.security;
