/** API tokens: how a person makes and withdraws them, and how a program calls by one. */
package vn.thang.security.token;
