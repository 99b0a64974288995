package vn.thang.core.metadata;

import java.util.List;

/**
 * What a catalogue says about a dataset, in the terms of DCAT. Text is null or blank where nothing is said.
 *
 * @param id            of the dataset in its catalogue
 * @param publisherId   of the publisher in the catalogue, by which it is found among the agencies
 * @param accessRights  who may use it, as said by the catalogue
 * @param spatial       whether a place is given
 * @param temporal      whether a time is given
 * @param distributions the forms in which it can be had
 */
public record Dataset(String id, String title, String description, String publisherId, String publisher,
        List<String> keywords,
        List<String> themes, boolean spatial, boolean temporal, String contactPoint, String accessRights, String issued,
        String modified, List<Distribution> distributions) {

    public Dataset {
        keywords = List.copyOf(keywords);
        themes = List.copyOf(themes);
        distributions = List.copyOf(distributions);
    }

    /** This dataset with what else is known of its distributions. */
    public Dataset with(List<Distribution> others) {
        return new Dataset(id, title, description, publisherId, publisher, keywords, themes, spatial, temporal,
                contactPoint, accessRights,
                issued, modified, others);
    }

    /**
     * A form in which a dataset can be had.
     *
     * @param accessAnswers   whether the access address answered; null where nobody asked
     * @param downloadAnswers whether the download address answered; null where nobody asked
     * @param size            in bytes; null where none is said
     */
    public record Distribution(String accessUrl, Boolean accessAnswers, String downloadUrl, Boolean downloadAnswers,
            String format,
            String mediaType, String licence, String rights, Long size, String issued, String modified) {
    }
}
