namespace ActorTune.Actors;

/// <summary>Keeps the last steps, and a hash over all of them.</summary>
internal sealed class SimulationTrace(int length)
{
    private readonly SimulationStep[] _steps = new SimulationStep[length];

    public long Count { get; private set; }

    public ulong Hash { get; private set; } = 0xCBF29CE484222325;

    public IEnumerable<SimulationStep> LastSteps
    {
        get
        {
            for (var i = Math.Max(0, Count - _steps.Length); i < Count; i++)
            {
                yield return _steps[i % _steps.Length];
            }
        }
    }

    public void Add(in SimulationStep step, int sender, int receiver)
    {
        _steps[Count % _steps.Length] = step with { Number = Count + 1 };
        Count++;
        Mix((ulong)step.Kind);
        Mix((ulong)step.Elapsed.Ticks);
        Mix(((ulong)(uint)sender << 32) | (uint)receiver);
    }

    // FNV-1a over words: enough to compare runs, see RFC 9923.
    private void Mix(ulong value) => Hash = (Hash ^ value) * 0x100000001B3;
}
