/** Who gives which role to whom, alone or with a second person, and by groups of providers. */
package vn.thang.organisation.people.granting;
