using ActorTune.Journal;
using ActorTune.Simulation.WhatIf;
using ActorTune.Strategies;
using ActorTune.Studies;

namespace ActorTune.TestKit.Recorded;

/// <content>Where recorded trials come from.</content>
public sealed partial class RecordedTrials
{
    /// <summary>Reads a file: a journal exported as JSON lines (.jsonl), rows such as
    /// <c>{"trial": 0, "resource": 1, "accuracy": 0.9}</c> (.jsonl), or comma-separated values with
    /// a head line that names the columns trial, resource and the metric (any other ending), such
    /// as an export of measurements. A value of NaN says that the trial diverged there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="metric">The metric of a table; null: its only one. A journal knows its own.
    /// </param>
    /// <exception cref="FormatException">It is not of that form; the message names file, line and
    /// reason.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static RecordedTrials Read(string path, string? metric = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(path, File.ReadAllText(path), metric);
    }

    /// <summary>Reads what a file would hold.</summary>
    /// <param name="name">The name that errors give it; its ending says what it is.</param>
    /// <param name="text">The content.</param>
    /// <param name="metric">The metric of a table; null: its only one.</param>
    /// <exception cref="FormatException">It is not of that form.</exception>
    public static RecordedTrials Parse(string name, string text, string? metric = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        string[] lines = text.Split('\n');
        bool isJson = name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);
        int first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (isJson && first >= 0 && CurveFiles.IsEvent(name, first + 1, lines[first]))
            return OfEvents(name, text);
        return new RecordedTrials(name, CurveRows.Curves(
            name,
            isJson
                ? CurveFiles.OfJsonLines(name, lines, metric)
                : CurveFiles.OfCsv(name, lines, metric)));
    }

    /// <summary>Takes the curves of a study out of a journal.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="study">The study.</param>
    /// <param name="catalog">Its strategies; null: the standard ones.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="FormatException">There is no such study, or it has no curves of its
    /// own.</exception>
    public static async Task<RecordedTrials> OfAsync(
        IStudyJournal journal,
        StudyId study,
        IStrategyCatalog? catalog = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        return await FoldAsync(
            $"The journal of '{study}'",
            journal.ReadAsync(study, SequenceNumber.None, cancellation),
            catalog).ConfigureAwait(false);
    }

    private static RecordedTrials OfEvents(string name, string text)
    {
        try
        {
            using var reader = new StringReader(text);
            // A text is read without waiting.
            return FoldAsync(name, JournalImport.ReadJsonLinesAsync(reader), null)
                .GetAwaiter().GetResult();
        }
        catch (JournalException damaged)
        {
            throw new FormatException($"{name}: {damaged.Message}", damaged);
        }
    }

    private static async Task<RecordedTrials> FoldAsync(
        string name, IAsyncEnumerable<JournalEntry> entries, IStrategyCatalog? catalog)
    {
        var state = new StudyState(catalog ?? StandardStrategies.Instance);
        await foreach (JournalEntry entry in entries.ConfigureAwait(false))
            state.Evolve(entry);
        if (state.Phase == StudyPhase.Empty)
            throw new FormatException($"{name} has no study.");
        try
        {
            IReadOnlyList<RecordedCurve> all = RecordedCurves.Of(state).All;
            var curves = new SortedDictionary<int, RecordedCurve>();
            for (int trial = 0; trial < all.Count; trial++)
                curves.Add(trial, all[trial]);
            return new RecordedTrials(name, curves);
        }
        catch (WhatIfException refused)
        {
            throw new FormatException($"{name}: {refused.Message}", refused);
        }
    }
}
