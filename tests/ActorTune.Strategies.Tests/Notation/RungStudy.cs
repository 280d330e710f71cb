using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;

namespace ActorTune.Strategies.Notation;

/// <summary>
/// Runs a whole study with one slot on a function of point and resource, sampler and trial
/// scheduler together.
/// </summary>
internal sealed class RungStudy
{
    private readonly StudyEngine _engine;

    internal RungStudy(StudySpecification specification)
    {
        ISampler sampler = StandardStrategies.Instance.CreateSampler(specification);
        var state = new StudyState(StandardStrategies.Instance)
        {
            Changed = change => sampler.Observe(change),
        };
        _engine = new StudyEngine(state, new SamplerSuggestions(sampler));
        _engine.Record(new StudyCreated(specification), DateTimeOffset.UnixEpoch);
        _engine.Record(
            new CoordinatorStarted(new Epoch(1), "test/1", []), DateTimeOffset.UnixEpoch);
    }

    /// <summary>The best value at the full resource when so much resource is spent.</summary>
    internal double Run(Func<double[], long, double> function, long max, int spend)
    {
        double best = double.PositiveInfinity;
        Tell(new OfferPlacement(new OfferId(1), new WorkerId("w"), [0]));
        for (int spent = 0; spent < spend && _engine.State.Running.Count > 0; spent++)
        {
            TrialState trial = _engine.State.Trial(_engine.State.Running.First());
            var next = new Resource(trial.AttemptResource.Units + 1);
            double value = function(Sampling.Point(trial.Configuration), next.Units);
            if (next.Units == max)
                best = Math.Min(best, value);
            Tell(new ReportMeasurement(
                trial.Attempt,
                trial.LastReport + 1,
                next,
                new MetricSet(_engine.State.Objective.Metric, value)));
        }

        return best;
    }

    private void Tell(StudyCommand command)
    {
        Acceptance answer = _engine.Handle(command, DateTimeOffset.UnixEpoch);
        Assert.False(answer is Acceptance.Refused, answer.ToString());
        _engine.TakeBatch();
    }
}
