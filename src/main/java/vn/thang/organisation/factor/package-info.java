/** The second factor of a person: how it is set up, shown, taken away, and guessed at in vain. */
package vn.thang.organisation.factor;
