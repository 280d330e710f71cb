using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <summary>
/// The decisions of a study as one number, for two people to compare. It leaves out what machines
/// are the cause of: slots, numbers of attempts, positions in the journal and checkpoints' names.
/// </summary>
public sealed class DecisionLog
{
    private ulong _hash = StableHash.Start;

    /// <summary>How many decisions were added.</summary>
    public long Count { get; private set; }

    /// <summary>Sixteen hexadecimal digits; equal logs have equal ones.</summary>
    public string Hash => _hash.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Adds all decisions among events.</summary>
    public static DecisionLog Of(IEnumerable<JournalEntry> entries)
    {
        var log = new DecisionLog();
        foreach (JournalEntry entry in entries)
        {
            if (entry.Event is StudyDecision decision)
                log.Add(decision);
        }

        return log;
    }

    /// <summary>Adds the next decision.</summary>
    public void Add(StudyDecision decision)
    {
        Count++;
        Add(decision.GetType().Name);
        switch (decision)
        {
            case TrialSuggested it: AddSuggested(it); break;
            case TrialReused it: AddReused(it); break;
            case TrialRetried it: Add(it.Attempt.Trial, it.Until); break;
            case TrialPromoted it: Add(it.Attempt.Trial, it.Until, it.Reason); break;
            case TrialContinued it: Add(it.Trial, it.Until, it.Reason); break;
            case TrialPaused it: Add(it.Trial, null, it.Reason); break;
            case TrialStopped it: Add(it.Trial, null, it.Reason); break;
            case TrialCompleted it: Add(it.Trial, null, it.Reason); break;
            case TrialFailed it:
                Add(it.Trial, null);
                Add(it.End.ToString());
                break;
            case TrialCancelled it: Add(it.Trial, null); break;
            default: AddOfStudy(decision); break;
        }
    }

    private void AddOfStudy(StudyDecision decision)
    {
        switch (decision)
        {
            case SamplerExhausted it: Add(it.Grounds); break;
            case SchedulerSwitched it:
                Add(it.Scheduler.ToString());
                Add(it.Rule);
                Add(it.Count);
                break;
            case StudyEnding it:
                Add(it.Reason.ToString());
                Add(it.Mode.ToString());
                Add(it.Grounds);
                break;
            case StudyFinished it:
                Add(it.Reason.ToString());
                Add(it.Best?.Value ?? -1);
                break;
            default:
                throw new ArgumentException($"Unknown decision {decision.GetType().Name}.");
        }
    }

    private void AddSuggested(TrialSuggested suggested)
    {
        Add(suggested.Trial, suggested.Until);
        Add(suggested.Origin.ToString());
        Add(suggested.Bracket.Value);
        Add(suggested.Configuration);
        Add(suggested.Parent);
    }

    private void AddReused(TrialReused reused)
    {
        Add(reused.Trial, reused.Until);
        Add(reused.Bracket.Value);
        Add(reused.Configuration);
        Add(reused.Source);
    }

    private void Add(TrialNumber trial, Resource? until, DecisionReason? reason)
    {
        Add(trial, until);
        Add(reason);
    }

    private void Add(TrialNumber trial, Resource? until)
    {
        Add(trial.Value);
        Add(until?.Units ?? -1);
    }

    private void Add(TrialParent? parent)
    {
        Add(parent?.Trial.Value ?? -1);
        Add(parent?.Resource.Units ?? -1);
    }

    private void Add(Configuration configuration)
    {
        Add(configuration.Count);
        for (int i = 0; i < configuration.Count; i++)
        {
            Add(configuration.Names[i]);
            _hash = StableHash.Add(_hash, configuration.Values[i]);
        }
    }

    private void Add(DecisionReason? reason)
    {
        Add(reason?.Rule ?? string.Empty);
        if (reason is null)
            return;
        Add(reason.Rung);
        Add(reason.Count);
        Add(reason.Kept);
        Add(reason.Value);
        Add(reason.Cutoff);
        Add(reason.CutoffTrial?.Value ?? -1);
    }

    // Negative zero is equal to zero, and no value is a value of its own.
    private void Add(double? number)
    {
        Add(number is null ? 0 : 1);
        Add(BitConverter.DoubleToInt64Bits((number ?? 0) + 0.0));
    }

    private void Add(long number) => _hash = StableHash.Add(_hash, number);

    private void Add(string text) => _hash = StableHash.Add(_hash, text);
}
