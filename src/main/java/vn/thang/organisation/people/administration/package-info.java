/** Accounts and roles of people as administrators keep them: the list, a person, what changes of an address is agreed on. */
package vn.thang.organisation.people.administration;
