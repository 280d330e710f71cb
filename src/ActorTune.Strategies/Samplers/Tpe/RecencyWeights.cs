namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// How much each of the kernels counts, oldest first: one each below 26; from there on the last 25
/// one each and the older ones a straight line from 1/n up to one (the linear forgetting of
/// Bergstra et al., "Hyperopt", 2013, as Optuna writes it).
/// </summary>
internal readonly struct RecencyWeights
{
    private const int Recent = 25;

    private readonly int _oldCount;
    private readonly double _first;
    private readonly double _step;

    internal RecencyWeights(int count)
    {
        _oldCount = count - Recent;
        _first = 1.0 / count;
        _step = _oldCount > 1 ? (1 - _first) / (_oldCount - 1) : 0;
    }

    internal double At(int position) => position >= _oldCount ? 1 : _first + position * _step;
}
