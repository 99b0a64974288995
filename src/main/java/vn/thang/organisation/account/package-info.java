/** What a person does with the own account: signing in, and a new password, also by a link. */
package vn.thang.organisation.account;
