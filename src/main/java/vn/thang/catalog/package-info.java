/**
 * The models, the programme and their texts: holds every version in memory and answers for it. A faulty file is refused
 * with file, line, place and remedy, and nothing is ever half loaded; the rooms read, check and compare.
 */
package vn.thang.catalog;
