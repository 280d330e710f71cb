using ActorTune.Studies;

namespace ActorTune.Simulation.Strict;

/// <summary>Small strict studies.</summary>
internal static class StrictStudies
{
    internal static StudySpecification Of(
        int slots, string type = "promotion", bool resumes = true, int check = 0)
    {
        StudySpecification study = Studies.Asha(4, max: 9);
        return study with
        {
            Scheduler = study.Scheduler.With("type", Spaces.ParameterValue.Of(type)),
            Program = study.Program with
            {
                Resumes = resumes,
                SilenceLimit = TimeSpan.FromMinutes(1),
            },
            Strict = new StrictMode(slots, check),
        };
    }
}
