package vn.thang.drafting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.thang.platform.BusinessException;

/** A file that somebody chose for a draft. */
record ChosenFile(String name, byte[] content) {

    /**
     * What is kept of the files: an archive or a workbook as it is, files of a folder as an archive, which is read and refused
     * as every other one.
     */
    static byte[] packed(List<ChosenFile> chosen) {
        if (chosen.size() == 1 && !chosen.get(0).name().endsWith(".yaml")) {
            return chosen.get(0).content();
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (ChosenFile file : chosen) {
            if (files.put(file.name(), file.content()) != null) {
                throw new BusinessException("draft.twice", file.name(), file.name(), file.name());
            }
        }
        return ModelArchive.write("chosen", files);
    }

    /** The name under which they are listed. */
    static String names(List<ChosenFile> chosen) {
        return chosen.stream().map(ChosenFile::name).collect(Collectors.joining(", "));
    }
}
