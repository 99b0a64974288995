/** What other systems publish: read from their servers, never trusted, never a way into this network. */
package vn.thang.indicator;
