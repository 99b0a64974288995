/** Open data catalogues: CKAN and DCAT read into datasets, the points that each dataset gets, and what is kept of them. */
package vn.thang.indicator.catalogue;
