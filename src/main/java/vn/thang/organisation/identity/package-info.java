/** People who sign in at a provider of identities: which providers there are, what they say, and who that is here. */
package vn.thang.organisation.identity;
