/** How well datasets are described: the metadata quality points of the European data portal, per dataset, with what costs points. */
package vn.thang.core.metadata;
