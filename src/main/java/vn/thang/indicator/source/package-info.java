/** How the sources of readings fare: which one has sent what it should, which is late, and which fails. */
package vn.thang.indicator.source;
