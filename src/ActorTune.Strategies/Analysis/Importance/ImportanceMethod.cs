namespace ActorTune.Analysis;

/// <summary>How the importance of parameters is measured.</summary>
public enum ImportanceMethod
{
    /// <summary>
    /// By how differently the best trials are distributed than all of them: PED-ANOVA (Watanabe,
    /// Bansal, Hutter, IJCAI 2023). Fast and without a model; each parameter on its own.
    /// </summary>
    PedAnova,

    /// <summary>
    /// By the share of a random forest's variance over the whole space that a parameter explains
    /// on its own: functional ANOVA (Hutter, Hoos, Leyton-Brown, ICML 2014).
    /// </summary>
    FunctionalAnova,

    /// <summary>
    /// By how much worse a random forest predicts the trials that its trees were not fitted to
    /// when the parameter's values are permuted (Breiman, Machine Learning 45, 2001).
    /// </summary>
    Permutation,
}
