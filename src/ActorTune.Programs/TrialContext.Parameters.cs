using ActorTune.Programs.Binding;

namespace ActorTune.Programs;

public sealed partial class TrialContext
{
    /// <summary>The trial's configuration: one value for each active parameter.</summary>
    public Configuration Configuration => _assignment.Configuration;

    /// <summary>Whether a parameter is active in this trial.</summary>
    /// <param name="name">The parameter's name in the search space.</param>
    public bool Has(string name) => Configuration.Contains(name);

    /// <summary>The number that a float or integer parameter has.</summary>
    /// <param name="name">The parameter's name in the search space.</param>
    /// <exception cref="TrialConfigurationException">It is inactive or no number.</exception>
    public double Float(string name) => Read(name) switch
    {
        { IsNumber: true } value => value.AsDouble(),
        ParameterValue value => throw Mismatch(name, value, "a number"),
    };

    /// <summary>The whole number that an integer parameter has.</summary>
    /// <param name="name">The parameter's name in the search space.</param>
    /// <exception cref="TrialConfigurationException">It is inactive or no whole number.</exception>
    public long Integer(string name) => Read(name) switch
    {
        { Kind: ParameterValueKind.Integer } value => value.AsInt64(),
        ParameterValue value => throw Mismatch(name, value, "an integer"),
    };

    /// <summary>The text that a categorical, ordinal or constant parameter has.</summary>
    /// <param name="name">The parameter's name in the search space.</param>
    /// <exception cref="TrialConfigurationException">It is inactive or no text.</exception>
    public string Text(string name) => Read(name) switch
    {
        { Kind: ParameterValueKind.Text } value => value.AsText(),
        ParameterValue value => throw Mismatch(name, value, "a text"),
    };

    /// <summary>The truth value that a boolean parameter has.</summary>
    /// <param name="name">The parameter's name in the search space.</param>
    /// <exception cref="TrialConfigurationException">It is inactive or no boolean.</exception>
    public bool Boolean(string name) => Read(name) switch
    {
        { Kind: ParameterValueKind.Boolean } value => value.AsBoolean(),
        ParameterValue value => throw Mismatch(name, value, "a boolean"),
    };

    /// <summary>
    /// The configuration as an instance of an options class; see
    /// <see cref="ConfigurationBinder.Bind"/>.
    /// </summary>
    /// <typeparam name="T">The options class, record or struct.</typeparam>
    /// <exception cref="TrialConfigurationException">
    /// A value does not fit; it lists all.
    /// </exception>
    public T Bind<T>() => Configuration.Bind<T>();

    private ParameterValue Read(string name) => Configuration.TryGet(name, out ParameterValue value)
        ? value
        : throw new TrialConfigurationException(
            $"Trial {Trial} has no parameter '{name}': it is not declared or not active. Ask Has "
            + $"first; the configuration has [{string.Join(", ", Configuration.Names)}].");

    private TrialConfigurationException Mismatch(
        string name, ParameterValue value, string wanted) => new(
            $"The parameter '{name}' of trial {Trial} is the {value.Kind} '{value}', "
            + $"not {wanted}.");
}
