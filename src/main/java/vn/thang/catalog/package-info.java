/**
 * The models, the programme and their texts: reads and checks maturity-model/ and holds every version in memory. A
 * faulty file is refused with file, line, place and remedy, and nothing is ever half loaded.
 */
package vn.thang.catalog;
