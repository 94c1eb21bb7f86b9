@echo off
rem Runs Parley from the folder that this file lies in. Builds it on first use and when pom.xml or
rem anything under src has changed since; tables, rules and cases are read as they are.
rem
rem   JAVA_HOME         the Java to run with; otherwise the one on the PATH
rem   PARLEY_JAVA_OPTS  further options for Java, such as -Xmx2g
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JAR=%HOME_DIR%\target\parley.jar"
set "LOG=%HOME_DIR%\target\build.log"
set "LOCK=%HOME_DIR%\target\build.lock"
rem a copy of what the program was built from: comparing with it is the one quick test there is
set "BUILT=%HOME_DIR%\target\built-from"
set "QUIET=/NJH /NJS /NFL /NDL /NP /R:1 /W:1"

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%JAVA%" (
  >&2 echo parley: JAVA_HOME is "%JAVA_HOME%", but there is no Java in it
  exit /b 1
)
if not defined JAVA_HOME where java >nul 2>nul || (
  >&2 echo parley: Java is missing: install a JDK, version 17 or later
  exit /b 1
)

if exist "%LOCK%" goto lock
call :is_current && goto run

:lock
if not exist "%HOME_DIR%\target" mkdir "%HOME_DIR%\target" || exit /b 1
set /a WAITED=0
:wait
mkdir "%LOCK%" 2>nul && goto locked
set /a WAITED+=1
rem nobody builds for a quarter of an hour: whoever took the lock was stopped
if %WAITED% geq 900 rmdir /s /q "%LOCK%" 2>nul
ping -n 2 127.0.0.1 >nul
goto wait

:locked
call :is_current
if errorlevel 1 call :build
set "RESULT=%ERRORLEVEL%"
rmdir /s /q "%LOCK%" 2>nul
if not "%RESULT%"=="0" exit /b 1

:run
set TIERS=1
if "%1"=="batch" set TIERS=4
if "%1"=="sweep" set TIERS=4
if "%1"=="backtest" set TIERS=4
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=%TIERS% -Xshare:auto "-XX:SharedArchiveFile=%HOME_DIR%\target\parley.jsa" -Xlog:disable -Dfile.encoding=UTF-8 %PARLEY_JAVA_OPTS% "-Dparley.home=%HOME_DIR%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:is_current
if not exist "%JAR%" exit /b 1
robocopy "%HOME_DIR%\src" "%BUILT%\src" /MIR /L %QUIET% >nul
if errorlevel 1 exit /b 1
robocopy "%HOME_DIR%" "%BUILT%\pom" pom.xml /L %QUIET% >nul
if errorlevel 1 exit /b 1
exit /b 0

:build
set "MAJOR=0"
"%JAVA%" -version 2>"%LOG%"
for /f "usebackq tokens=2,3" %%a in ("%LOG%") do (
  if "%%a"=="version" for /f "delims=.-" %%m in ("%%~b") do set "MAJOR=%%m"
)
if %MAJOR% lss 17 (
  >&2 echo parley: Java %MAJOR% is too old: install a JDK, version 17 or later
  exit /b 1
)
where mvn >nul 2>nul || (
  >&2 echo parley: Maven is missing: install Maven, version 3.8 or later
  exit /b 1
)
>&2 echo Building Parley (first use or changed sources) ...
rem before the build, so that an edit made meanwhile counts as changed
robocopy "%HOME_DIR%\src" "%BUILT%\src" /MIR %QUIET% >nul
robocopy "%HOME_DIR%" "%BUILT%\pom" pom.xml %QUIET% >nul
pushd "%HOME_DIR%"
call mvn -B -Dmaven.test.skip=true -Dspotless.check.skip=true -Djacoco.skip=true package >"%LOG%" 2>&1 <nul
set "FAILED=%ERRORLEVEL%"
popd
if not "%FAILED%"=="0" (
  rmdir /s /q "%BUILT%" 2>nul
  >&2 findstr /b /c:"[ERROR]" "%LOG%"
  >&2 echo parley: the build failed; the whole log is "%LOG%"
  exit /b 1
)
exit /b 0
