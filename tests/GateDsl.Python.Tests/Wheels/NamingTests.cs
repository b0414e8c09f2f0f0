using GateDsl.Wheels;

namespace GateDsl.Python.Tests.Wheels;

/// <summary>Names and versions, as Python has them.</summary>
public sealed class NamingTests
{
    [Theory]
    [InlineData("1.2.0", "1.2.0")]
    [InlineData("0.2", "0.2")]
    [InlineData("1.2.0.4", "1.2.0.4")]
    [InlineData("1.2.0-alpha", "1.2.0a0")]
    [InlineData("1.2.0-beta.3", "1.2.0b3")]
    [InlineData("1.2.0-rc12", "1.2.0rc12")]
    [InlineData("1.2.0-preview.010", "1.2.0rc10")]
    [InlineData("1.2.0-nightly.20", "1.2.0.dev0+nightly.20")]
    [InlineData("1.2.0-rc.1+Build-7", "1.2.0rc1+build.7")]
    [InlineData("1.2.0+abc", "1.2.0+abc")]
    public void AVersionBecomesOneOfPython(string package, string python) => Assert.Equal(python, PythonVersion.Of(package));

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("1.2.0 beta")]
    [InlineData("1.2.0-")]
    public void WhatIsNoVersionIsRefused(string package) =>
        Assert.Contains("is no version", Assert.Throws<SettingException>(() => PythonVersion.Of(package)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("threecontexts")]
    [InlineData("my_networks2")]
    [InlineData("_2024")]
    public void AModuleMayBeCalled(string module) => Assert.Equal(module, ModuleName.Checked(module));

    [Theory]
    [InlineData("class", "keyword")]
    [InlineData("gatedsl", "loader")]
    [InlineData("numpy", "loader")]
    [InlineData("2contexts", "identifier")]
    [InlineData("Three", "identifier")]
    [InlineData("a.b", "identifier")]
    [InlineData("", "identifier")]
    public void AModuleMayNotBeCalled(string module, string reason)
    {
        string message = Assert.Throws<SettingException>(() => ModuleName.Checked(module)).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.Contains("GateDslPythonModule", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ASystemWithoutPythonPlatformIsRefused() =>
        Assert.Contains("browser-wasm", Assert.Throws<SettingException>(() => PlatformTag.Of("browser-wasm")).Message, StringComparison.Ordinal);

    [Fact]
    public void TheSourcesHaveTheVersionOfThePackages()
    {
        string version = typeof(GatedNetworkAttribute).Assembly.GetName().Version!.ToString(fieldCount: 3);
        string module = File.ReadAllText(Repository.At("src", "python", "gatedsl", "_version.py"));
        Assert.Contains($"__version__ = \"{PythonVersion.Of(version)}\"", module, StringComparison.Ordinal);
        Assert.Contains($"PACKAGE_VERSION = \"{version}\"", module, StringComparison.Ordinal);
    }
}
