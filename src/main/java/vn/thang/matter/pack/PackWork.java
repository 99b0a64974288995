package vn.thang.matter.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.thang.platform.Texts;
import vn.thang.platform.work.Progress;
import vn.thang.platform.work.WorkFile;
import vn.thang.platform.work.WorkInput;
import vn.thang.platform.work.WorkKind;
import vn.thang.platform.work.WorkResult;

/** Makes the pack of a meeting and keeps it for whoever asked for it. */
@ApplicationScoped
class PackWork implements WorkKind<PackWork.Wanted> {

    static final String NAME = "meeting-pack";

    @Inject
    private PackMaking packs;

    /**
     * A pack that somebody wants.
     *
     * @param subject  the meeting
     * @param province code of the province of the annex; null for the pack itself
     * @param person   who wants it: everybody gets their own
     */
    public record Wanted(String subject, long meeting, String form, String province, String language,
            Long person) implements WorkInput {

        @Override
        public String once() {
            return String.join(" ", subject, form, String.valueOf(province), language, String.valueOf(person));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Wanted> input() {
        return Wanted.class;
    }

    @Override
    public WorkResult run(Wanted wanted, Progress progress) {
        WorkFile file = packs.make(wanted.meeting(), PackForm.valueOf(wanted.form()), wanted.province(),
                Texts.language(wanted.language()));
        return WorkResult.of("work.result.meeting-pack", file.name())
                .at("/matter/meeting.xhtml?id=" + wanted.meeting()).with(file);
    }
}
