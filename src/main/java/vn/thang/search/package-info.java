/**
 * Search over everything that people know by its name: agencies, people, criteria with their guidance, targets,
 * indicators, and documents that were attached. Words are found with and without marks, in three languages. Nobody finds
 * what they may not open: the index names candidates, and the use case that owns them decides who sees which.
 */
package vn.thang.search;
