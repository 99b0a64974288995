/** The one-command run: starts a MariaDB and a Payara Micro as children and stops both again. */
package vn.thang.launcher;
