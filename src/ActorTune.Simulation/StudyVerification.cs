using ActorTune.Studies.Events;

namespace ActorTune.Simulation;

/// <summary>
/// Recomputes every decision of a journal from the facts before it and compares. Feed it all
/// events in order, then ask for what it found.
/// </summary>
public sealed class StudyVerification
{
    private readonly IStrategyCatalog _catalog;
    private readonly Action<StudyState, JournalEntry>? _watch;
    private readonly List<VerificationProblem> _problems = [];
    private readonly Dictionary<SequenceNumber, SuggestionRequest?> _wanted = [];
    private readonly PlannedSuggestions _suggestions = new();
    private StudyState? _state;
    private ISampler? _sampler;
    private bool _isForeign;

    private StudyVerification(IStrategyCatalog catalog, Action<StudyState, JournalEntry>? watch)
    {
        _catalog = catalog;
        _watch = watch;
    }

    /// <summary>Verifies a whole journal.</summary>
    /// <param name="entries">All events in order; they are read twice.</param>
    /// <param name="catalog">The strategies; null: the standard ones.</param>
    /// <param name="watch">Is shown every event with the study as it stood before it.</param>
    public static VerificationReport Run(
        IReadOnlyList<JournalEntry> entries,
        IStrategyCatalog? catalog = null,
        Action<StudyState, JournalEntry>? watch = null)
    {
        var verification =
            new StudyVerification(catalog ?? StandardStrategies.Instance, watch);
        return verification.Verify(entries);
    }

    private VerificationReport Verify(IReadOnlyList<JournalEntry> entries)
    {
        FindBases(entries);
        _state = new StudyState(_catalog) { Changed = change => _sampler?.Observe(change) };
        long decisions = 0, recomputed = 0;
        try
        {
            foreach (JournalEntry entry in entries)
            {
                _watch?.Invoke(_state, entry);
                Start(entry.Event);
                if (entry.Event is StudyDecision decision)
                {
                    decisions++;
                    recomputed += Compare(entry, decision) ? 1 : 0;
                }
                else
                {
                    ExpectNothingDue(entry);
                }

                _state.Evolve(entry);
                if (entry.Event is StudyForked forked)
                    _isForeign = IsForeign(forked.Strategies);
                Suggest(entry.Sequence);
            }
        }
        catch (CorruptJournalException corrupt)
        {
            Add(corrupt.Sequence, corrupt.Message);
        }

        return new VerificationReport(
            entries.Count, decisions, recomputed, _isForeign ? Recorded(entries) : [], _problems);
    }

    private void FindBases(IReadOnlyList<JournalEntry> entries)
    {
        foreach (JournalEntry entry in entries)
        {
            if (entry.Event is TrialSuggested { Origin: SuggestionOrigin.Sampler } suggested)
                _wanted[suggested.Basis] = new SuggestionRequest(
                    suggested.Trial, suggested.Bracket, suggested.Until);
            else if (entry.Event is TrialReused reused)
                _wanted[reused.Basis] = new SuggestionRequest(
                    reused.Trial, reused.Bracket, reused.Until);
            else if (entry.Event is SamplerExhausted exhausted)
                _wanted[exhausted.Basis] = null;
        }
    }

    private void Start(StudyEvent change)
    {
        _sampler = _catalog.SamplerFrom(change, _sampler);
        if (change is SchedulerSwitched switched && switched.Rule != _state!.WantedVersion)
            _isForeign = true;
        if (change is CoordinatorStarted started)
            _isForeign = IsForeign(started.Strategies);
    }

    private bool IsForeign(IReadOnlyList<string> recorded) =>
        recorded.Count > 0 && !recorded.SequenceEqual(_state!.VersionsWith(_sampler!));

    private void Suggest(SequenceNumber basis)
    {
        if (_sampler is null || !_wanted.TryGetValue(basis, out SuggestionRequest? wanted))
            return;
        _suggestions.Keep(basis, _sampler, wanted ?? Next());
    }

    // An exhausted sampler was asked for what the trial scheduler wanted to start.
    private SuggestionRequest Next()
    {
        var start = _state!.Scheduler.Next(mayStart: true) as NextAction.StartNew;
        return new SuggestionRequest(
            new TrialNumber(_state.Trials.Count), start?.Bracket ?? default, start?.Until);
    }

    private bool Compare(JournalEntry entry, StudyDecision recorded)
    {
        if (_isForeign)
            return false;
        _suggestions.Basis = recorded switch
        {
            TrialSuggested { Origin: SuggestionOrigin.Sampler } suggested => suggested.Basis,
            TrialReused reused => reused.Basis,
            SamplerExhausted exhausted => exhausted.Basis,
            _ => null,
        };
        StudyDecision? computed = StudyDecider.Decide(_state!, _suggestions);
        if (recorded.Equals(computed))
            return true;
        Add(entry.Sequence, $"recorded {recorded}, but the facts give {Text(computed)}");
        return false;
    }

    private void ExpectNothingDue(JournalEntry entry)
    {
        // An opening may come after any event, and so may a fork, which decides by other rules.
        bool isOpening = entry.Event is CoordinatorStarted or StudyForked;
        if (_isForeign || _state!.Phase == StudyPhase.Empty || isOpening)
            return;
        _suggestions.Basis = null;
        if (StudyDecider.Decide(_state, _suggestions) is { } missing)
            Add(entry.Sequence, $"before this fact a decision is missing: {missing}");
    }

    private static string Text(StudyDecision? decision) => decision?.ToString() ?? "no decision";

    private void Add(SequenceNumber sequence, string message) =>
        _problems.Add(new VerificationProblem(sequence, message));

    private static string[] Recorded(IReadOnlyList<JournalEntry> entries) =>
        [.. entries.Select(entry => entry.Event).OfType<CoordinatorStarted>().Last().Strategies];
}
