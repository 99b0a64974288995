/** The people, and who holds which role at which agency from when to when. */
package vn.thang.organisation.people;
