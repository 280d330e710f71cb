using System.Globalization;

namespace ActorTune.Bench.Speed;

/// <summary>
/// The processor time of the decisions of <see cref="SchedulerDecisions"/>, which other processes
/// on the machine disturb less than a clock's.
/// </summary>
internal static class DecisionCosts
{
    private const int Repeats = 41;

    internal static int Run(string scheduler, int trials)
    {
        var decisions = new SchedulerDecisions { Scheduler = scheduler, Trials = trials };
        // The first repeats let the runtime compile what the others are timed with.
        int warm = trials > 100_000 ? 3 : 100;
        var costs = new List<double>();
        for (int i = -warm; i < Repeats; i++)
        {
            decisions.Fill();
            TimeSpan before = Environment.CpuUsage.TotalTime;
            decisions.Decide();
            if (i >= 0)
                costs.Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds
                    / SchedulerDecisions.Batch);
        }

        costs.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scheduler} at {trials}: {costs[Repeats / 2]:F3} us a decision"
            + $" ({costs[Repeats / 4]:F3} to {costs[3 * Repeats / 4]:F3})"));
        return 0;
    }

}
