package vn.thang.assessment.reply;

/**
 * What the panel says of an objection.
 *
 * @param value   what holds, where it is neither the claimed nor the provisional answer
 * @param members who was present
 */
public record PanelRuling(String criterion, Objection.Decision decision, String value, String reasons, String members) {

    public PanelRuling {
        reasons = reasons == null ? "" : reasons.strip();
        members = members == null ? "" : members.strip();
    }
}
