/**
 * Who may do what, and where: roles, permissions by place in the tree of agencies, and the caller, of whom every use
 * case asks. How somebody becomes the caller stands in the rooms.
 */
package vn.thang.security;
