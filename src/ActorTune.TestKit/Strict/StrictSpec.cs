using System.Globalization;
using ActorTune.Simulation;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.TestKit.Strict;

/// <summary>
/// Runs one strict study again and again among machines that seeds draw: 1 to 64 slots, programs
/// of any speed, late, repeated and lost messages, lost workers, ended programs and crashes of the
/// process that decides. The decisions must be the same every time, and verify.
/// </summary>
public sealed class StrictSpec
{
    /// <summary>The study; its order is strict.</summary>
    public required StudySpecification Specification { get; init; }

    /// <summary>What programs measure and how they end; how long they take is drawn.</summary>
    public required ISimulatedProgram Program { get; init; }

    /// <summary>The strategies.</summary>
    /// <value>Default: the standard ones.</value>
    public IStrategyCatalog Catalog { get; init; } = StandardStrategies.Instance;

    /// <summary>The largest number of slots that is drawn.</summary>
    /// <value>Default: 64.</value>
    public int MostSlots { get; init; } = 64;

    /// <summary>Whether every journal is verified.</summary>
    /// <value>Default: true.</value>
    public bool Verifies { get; init; } = true;

    /// <summary>Runs one seed after another.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="count">How many.</param>
    /// <returns>What all of them decided, and what happened meanwhile.</returns>
    /// <exception cref="SpecException">
    /// A study did not come to its end, decided otherwise, or does not verify.
    /// </exception>
    public StrictSpecReport Run(ulong first, int count)
    {
        StudyDecision[] plain = RunPlain();
        var report = new StrictSpecReport(HashOf(plain));
        for (ulong seed = first; seed < first + (ulong)count; seed++)
            RunOne(seed, report, plain);
        return report;
    }

    private StudyDecision[] RunPlain()
    {
        SimulationResult plain = StudySimulation.Run(
            Specification,
            Program,
            new ActorTune.Simulation.SimulationOptions
            {
                Slots = Specification.Strict?.Slots ?? throw new SpecException(
                    "The study is not strict: give its specification a Strict mode."),
            },
            Catalog);
        return plain.IsFinished
            ? DecisionsOf(plain.Events)
            : throw new SpecException("The study did not end although nothing went wrong.");
    }

    private void RunOne(ulong seed, StrictSpecReport report, StudyDecision[] plain)
    {
        StudySpecification patient = Specification with
        {
            Failures = Specification.Failures with
            {
                LostWorkerRetries = int.MaxValue,
                HangRetries = int.MaxValue,
                OutOfMemoryRetries = int.MaxValue,
            },
        };
        var world = new StrictWorld(patient, Program, Catalog, seed, MostSlots);
        bool isFinished = world.Run();
        string where = string.Create(
            CultureInfo.InvariantCulture, $"Seed {seed}, {world.SlotCount} slots");
        if (!isFinished)
            throw new SpecException($"{where}: the study did not come to its end.");
        StudyDecision[] decisions = DecisionsOf(world.Journal);
        if (HashOf(decisions) != report.Hash)
            throw new SpecException($"{where}: {FirstDifference(plain, decisions)}");
        if (Verifies && StudyVerification.Run(world.Journal, Catalog).Problems is [var problem, ..])
            throw new SpecException($"{where}: at event {problem.Sequence} {problem.Message}.");
        report.Add(world.State, world.Journal, world.LifeCount);
    }

    private static StudyDecision[] DecisionsOf(IReadOnlyList<JournalEntry> entries) =>
        [.. entries.Select(entry => entry.Event).OfType<StudyDecision>()];

    private static string HashOf(IEnumerable<StudyDecision> decisions)
    {
        var log = new DecisionLog();
        foreach (StudyDecision decision in decisions)
            log.Add(decision);
        return log.Hash;
    }

    private static string FirstDifference(StudyDecision[] plain, StudyDecision[] here)
    {
        int index = 0;
        while (index < plain.Length && index < here.Length
            && HashOf([plain[index]]) == HashOf([here[index]]))
            index++;
        string expected = index < plain.Length ? plain[index].ToString() : "nothing more";
        string seen = index < here.Length ? here[index].ToString() : "nothing more";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"decision {index + 1} is {seen}, where elsewhere it is {expected}.");
    }
}
