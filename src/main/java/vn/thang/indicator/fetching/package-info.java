/**
 * Fetching documents from servers of others safely, and reading rows out of them. Nothing that comes from there is trusted, and
 * nothing there is a way into this network.
 */
package vn.thang.indicator.fetching;
