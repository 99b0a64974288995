/**
 * Results for everybody: what the ministry makes public of a published round. It is made once, when the administrator opens the
 * round, and kept as files; pages and catalogue for everybody read these and nothing else.
 */
package vn.thang.open;
