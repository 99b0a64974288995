/** Connectors: administered, tried without consequence, and run by schedule or by hand with their raw answers kept. */
package vn.thang.indicator.connector;
