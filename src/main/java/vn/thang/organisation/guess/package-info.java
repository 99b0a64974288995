/** What is guessed at in vain is counted, by where the guesses come from, so that who guesses waits and nobody else. */
package vn.thang.organisation.guess;
