package vn.thang.drafting.form;

import java.util.List;
import java.util.Map;
import vn.thang.catalog.document.Fault;

/**
 * The files of a version as they were uploaded.
 *
 * @param files  content by name
 * @param cells  for a workbook: by file, the cell of each value by its pointer; empty for an archive
 * @param faults of the workbook itself; empty for an archive
 */
public record UploadedFiles(Map<String, byte[]> files, Map<String, Map<String, String>> cells, List<Fault> faults) {

    /** Files that came as such. */
    public static UploadedFiles of(Map<String, byte[]> files) {
        return new UploadedFiles(files, Map.of(), List.of());
    }

    /** The faults, each with the cell that it comes from where the files came from a workbook. */
    public List<Fault> placed(List<Fault> found) {
        return cells.isEmpty() ? found : found.stream().map(this::placed).toList();
    }

    private Fault placed(Fault fault) {
        Map<String, String> own = cells.getOrDefault(fault.file(), Map.of());
        for (String pointer = fault.pointer();; pointer = pointer.substring(0, pointer.lastIndexOf('/'))) {
            if (own.containsKey(pointer)) {
                return new Fault(own.get(pointer), 0, 0, fault.pointer(), fault.key(), fault.arguments());
            }
            if (pointer.isEmpty()) {
                return fault;
            }
        }
    }
}
