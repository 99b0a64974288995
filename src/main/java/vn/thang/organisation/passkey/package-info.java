/** Passkeys of people: how one is made and taken away, and how it shows who somebody is. */
package vn.thang.organisation.passkey;
