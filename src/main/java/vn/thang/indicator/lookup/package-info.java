/** Looking into readings: the list of them, the history of one, the batches in which they came, and the indicators. */
package vn.thang.indicator.lookup;
