/** What results refer to, row by row: models, indicators, agencies. */
package vn.thang.data.catalog;
