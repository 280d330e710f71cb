using ActorTune.Strategies;

namespace ActorTune.TestKit.Strategies;

/// <summary>Saves a strategy, loads it into a fresh one, and compares the two.</summary>
internal static class Reloads
{
    internal static ITrialScheduler Again(ITrialScheduler scheduler, Func<ITrialScheduler> create)
    {
        string saved = Spec.Save(scheduler);
        ITrialScheduler fresh = Spec.Load(create(), saved);
        Spec.Same(saved, Spec.Save(fresh), "A loaded state is saved alike");
        foreach (bool mayStart in new[] { true, false })
            Spec.Same(
                scheduler.Next(mayStart), fresh.Next(mayStart), "A loaded state answers alike");
        return fresh;
    }

    internal static ISampler Again(ISampler sampler, Func<ISampler> create)
    {
        string saved = Spec.Save(sampler);
        ISampler fresh = Spec.Load(create(), saved);
        Spec.Same(saved, Spec.Save(fresh), "A loaded state is saved alike");
        return fresh;
    }
}
