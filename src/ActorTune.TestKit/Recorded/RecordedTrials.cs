using System.Globalization;
using ActorTune.Simulation;
using ActorTune.Simulation.WhatIf;
using ActorTune.TestKit.Cluster;
using ActorTune.Trials;
using ActorTune.Worker.Programs;

namespace ActorTune.TestKit.Recorded;

/// <summary>
/// Trials that were once trained, with what they measured at each resource, from a journal or a
/// table. They serve as programs of <see cref="StudySimulation"/> and of a simulated cluster, and
/// in a <see cref="Strategies.SchedulerHarness"/>. Trial n of a study that uses them measures what
/// the recorded trial n measured, whatever its configuration.
/// </summary>
public sealed partial class RecordedTrials : ISimulatedProgram
{
    private readonly string _name;
    private readonly SortedDictionary<int, RecordedCurve> _curves;

    private RecordedTrials(string name, SortedDictionary<int, RecordedCurve> curves)
    {
        if (curves.Count == 0)
            throw new FormatException($"{name} has no measurement.");
        _name = name;
        _curves = curves;
    }

    /// <summary>The numbers of the trials, rising.</summary>
    public IReadOnlyList<int> Trials => [.. _curves.Keys];

    /// <summary>The curve of a trial.</summary>
    /// <param name="trial">The trial's number.</param>
    /// <exception cref="SpecException">It was not recorded.</exception>
    public RecordedCurve this[int trial] => _curves.TryGetValue(trial, out RecordedCurve? curve)
        ? curve
        : throw new SpecException(string.Create(
            CultureInfo.InvariantCulture,
            $"{_name} has no trial {trial}; it has {_curves.Count} up to {_curves.Keys.Last()}."));

    /// <summary>The objective of a trial at a resource.</summary>
    /// <param name="trial">The trial's number.</param>
    /// <param name="resource">The resource.</param>
    /// <exception cref="SpecException">There was no measurement just there.</exception>
    public double At(int trial, long resource) =>
        After(trial, resource - 1) is (var at, var value) && at == resource
            ? value
            : throw new SpecException(string.Create(
                CultureInfo.InvariantCulture,
                $"{_name} has no measurement of trial {trial} at {resource}."));

    /// <inheritdoc/>
    public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
    {
        int number = trial.Attempt.Trial.Value;
        TimeSpan unit = this[number].UnitTime;
        return After(number, spent.Units) is (var at, var value)
            ? SimulatedStep.Report(unit * (at - spent.Units), at, value)
            : SimulatedStep.Ends(TimeSpan.Zero, EndOf(number));
    }

    /// <summary>
    /// What a trial's program does on a simulated cluster, for
    /// <see cref="ScriptedProgramRunner(Func{TrialLaunch, long, ScriptedStep})"/>.
    /// </summary>
    /// <param name="launch">The attempt.</param>
    /// <param name="resource">The resource after the last report, from 1.</param>
    /// <exception cref="SpecException">
    /// The trial was not recorded, or only up to there and might have gone on.
    /// </exception>
    public ScriptedStep Step(TrialLaunch launch, long resource)
    {
        ArgumentNullException.ThrowIfNull(launch);
        int number = launch.Attempt.Trial.Value;
        return After(number, resource - 1) is (var at, var value)
            ? new ScriptedStep(value, null) { Resource = at }
            : new ScriptedStep(0, EndOf(number));
    }

    /// <summary>The first measurement beyond a resource; null: none.</summary>
    internal (long Resource, double Value)? After(int trial, long resource)
    {
        RecordedCurve curve = this[trial];
        int low = 0;
        int high = curve.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (curve[middle].Resource > resource)
                high = middle;
            else
                low = middle + 1;
        }

        return low < curve.Count ? curve[low] : null;
    }

    /// <summary>How a trial ended after its last measurement.</summary>
    /// <exception cref="SpecException">It was cut there and might have gone on.</exception>
    internal AttemptEnd EndOf(int trial) => this[trial].End switch
    {
        CurveEnd.Returned => AttemptEnd.Returned,
        CurveEnd.Failed => AttemptEnd.Error,
        _ => throw new SpecException(string.Create(
            CultureInfo.InvariantCulture,
            $"{_name} has trial {trial} up to {this[trial].Last} only, and more is asked for.")),
    };
}
