/** One agency, alone and beside others: results, reasons, and how it moved. */
package vn.thang.dashboard.agency;
