namespace ActorTune.Strategies.Conformance;

/// <summary>Makes a trial scheduler that promotes trial 0 whatever it does.</summary>
internal sealed class BrokenCatalog : IStrategyCatalog
{
    public IReadOnlyList<Problem> Check(StudySpecification specification) => [];

    public ISampler CreateSampler(StudySpecification specification) =>
        StandardStrategies.Instance.CreateSampler(specification);

    public IStudyStopRule? CreateStopRule(StudySpecification specification) => null;

    public ITrialScheduler CreateScheduler(StudySpecification specification) =>
        new PromotesAlways(StandardStrategies.Instance.CreateScheduler(specification));

    private sealed class PromotesAlways(ITrialScheduler inner) : ITrialScheduler
    {
        private int _startedCount;

        public string Version => inner.Version;

        public bool JudgesEveryReport => inner.JudgesEveryReport;

        public void Observe(in TrialChange change)
        {
            _startedCount += change.Kind == TrialChangeKind.Started ? 1 : 0;
            inner.Observe(change);
        }

        public SchedulerDecision OnMeasurement(in TrialChange measured) =>
            inner.OnMeasurement(measured);

        public NextAction Next(bool mayStart) => _startedCount == 0
            ? inner.Next(mayStart)
            : new NextAction.Promote(default, new Resource(3), new DecisionReason(Version));

        public IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung) =>
            inner.Explain(bracket, rung);

        public IReadOnlyList<RungSummary> Rungs() => inner.Rungs();

        public void Save(Utf8JsonWriter writer) => inner.Save(writer);

        public void Load(JsonElement state) => inner.Load(state);
    }
}
