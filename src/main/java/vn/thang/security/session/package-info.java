/** The sessions of people who are signed in: what each remembers, where they are open, and how one is ended. */
package vn.thang.security.session;
